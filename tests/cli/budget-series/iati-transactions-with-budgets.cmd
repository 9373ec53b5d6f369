budget-series -c MLI -y 2019 money/iati-transactions-of-2019.csv money/iati-budgets-of-2019-and-2020.csv
