budget-series html/mali-data-attributes-single-quotes.html
