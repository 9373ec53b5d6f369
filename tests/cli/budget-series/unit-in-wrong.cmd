budget-series --unit-in=eur money/mali.csv
