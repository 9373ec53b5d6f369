budget-series --against-file=mali.txt -p total -y 2020 money/made-up-second-source.csv
