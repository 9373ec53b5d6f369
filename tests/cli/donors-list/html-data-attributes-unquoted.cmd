donors-list html/mali-data-attributes-unquoted.html
