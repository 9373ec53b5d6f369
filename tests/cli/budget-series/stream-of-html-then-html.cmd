cat html/niger.html html/niger.html | budget-series
