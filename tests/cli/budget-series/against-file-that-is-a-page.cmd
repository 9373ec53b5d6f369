budget-series --against-file=mali.txt money/mali.csv
