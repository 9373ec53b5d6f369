budget-series --unit=eur money/mali.csv
