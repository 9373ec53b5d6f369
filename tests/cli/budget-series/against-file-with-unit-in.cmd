budget-series --no-header --against-file=money/made-up-no-unit.csv --unit-in=musd -y 2019 -p total money/mali.csv
