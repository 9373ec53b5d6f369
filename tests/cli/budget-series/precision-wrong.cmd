budget-series --precision=two money/mali.csv
