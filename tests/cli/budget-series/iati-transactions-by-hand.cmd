budget-series --check money/iati-transactions-of-2019.csv
