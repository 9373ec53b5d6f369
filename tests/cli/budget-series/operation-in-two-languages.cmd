budget-series pages/burundi.txt
