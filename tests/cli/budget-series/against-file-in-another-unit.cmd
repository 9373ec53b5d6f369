budget-series --against-file=money/made-up-second-source.csv -u usd -y 2020 -p total money/mali.csv
