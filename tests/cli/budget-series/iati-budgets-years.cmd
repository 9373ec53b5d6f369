budget-series -y 2020 money/iati-budgets-of-2019-and-2020.csv
