budget-series html/mali-divs.html
