donors-list html/mali-tables.html
