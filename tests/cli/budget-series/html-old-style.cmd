budget-series html/mali-old-style.html
