poc-extract html/mali-data-attributes-unquoted.html
