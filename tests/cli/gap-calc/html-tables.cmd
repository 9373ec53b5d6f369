gap-calc html/mali-tables.html
