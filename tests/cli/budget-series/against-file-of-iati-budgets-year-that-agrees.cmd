budget-series -y 2019 -p total --against-file=money/iati-budgets-of-2019-and-2020.csv mali.txt
