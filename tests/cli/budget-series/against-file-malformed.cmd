budget-series --no-header --against-file=money/made-up-number-wrong.csv -y 2019 -p total money/mali.csv
