budget-series html/mali-json-over-lines.html
