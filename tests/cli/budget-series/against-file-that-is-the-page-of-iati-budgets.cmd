budget-series -y 2019-2020 --against-file=mali.txt money/iati-budgets-of-2019-and-2020.csv
