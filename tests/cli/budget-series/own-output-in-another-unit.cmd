budget-series -u usd mali.txt | budget-series -u musd
