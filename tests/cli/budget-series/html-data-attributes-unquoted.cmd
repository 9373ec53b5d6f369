budget-series html/mali-data-attributes-unquoted.html
