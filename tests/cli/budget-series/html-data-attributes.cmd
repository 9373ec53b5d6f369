budget-series html/mali-data-attributes.html
