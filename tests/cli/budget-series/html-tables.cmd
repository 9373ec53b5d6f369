budget-series html/mali-tables.html
