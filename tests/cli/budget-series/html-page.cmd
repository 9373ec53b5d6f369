budget-series html/niger.html
