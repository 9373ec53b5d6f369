budget-series money/mali.csv
