budget-series html/mali-entities.html
