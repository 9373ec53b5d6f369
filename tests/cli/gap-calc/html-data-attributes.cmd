gap-calc html/mali-data-attributes.html
