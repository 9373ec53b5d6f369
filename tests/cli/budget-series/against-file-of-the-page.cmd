budget-series --against-file=money/made-up-second-source.csv -p total -y 2019 mali.txt
