budget-series -u usd -p total -y 2019-2020 --against-file=money/iati-budgets-of-2019-and-2020.csv mali.txt
