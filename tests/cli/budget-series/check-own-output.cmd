budget-series --check money/mali.csv
