budget-series --against-file=money/made-up-second-source.csv -y 2019-2020 money/mali.csv
