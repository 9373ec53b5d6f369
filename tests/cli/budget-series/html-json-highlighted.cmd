budget-series html/mali-json-highlighted.html
