budget-series contributions.txt money/mali.csv
