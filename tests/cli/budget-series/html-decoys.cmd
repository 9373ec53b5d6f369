budget-series html/mali-decoys.html
