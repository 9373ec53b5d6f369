cat pages/burundi.txt html/niger.html | budget-series
