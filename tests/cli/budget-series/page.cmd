budget-series mali.txt
