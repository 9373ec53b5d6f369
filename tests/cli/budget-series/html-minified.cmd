budget-series html/mali-minified.html
