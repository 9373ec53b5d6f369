budget-series html/mali-fragment.html
