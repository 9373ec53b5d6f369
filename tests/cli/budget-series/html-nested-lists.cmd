budget-series html/mali-nested-lists.html
