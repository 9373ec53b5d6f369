budget-series mali.txt | budget-series | budget-series
