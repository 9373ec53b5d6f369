budget-series --complete mali.txt | budget-series
