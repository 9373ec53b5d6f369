budget-series --strict contributions.txt money/mali.csv
