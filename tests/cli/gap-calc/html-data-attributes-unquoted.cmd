gap-calc html/mali-data-attributes-unquoted.html
