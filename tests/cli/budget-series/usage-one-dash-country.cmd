budget-series -country=MLI mali.txt
