budget-series -p total money/mali.csv
