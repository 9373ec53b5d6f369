budget-series html/mali-definition-lists.html
