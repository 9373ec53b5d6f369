cat html/niger.html pages/burundi.txt | budget-series
