budget-series --from=csv --against-file=mali.txt money/mali.csv
