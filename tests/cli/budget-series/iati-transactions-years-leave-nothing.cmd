budget-series -y 2018 money/iati-transactions-of-2019.csv
