budget-series --no-header --against-file=money/made-up-no-unit.csv -y 2019 -p total money/mali.csv
