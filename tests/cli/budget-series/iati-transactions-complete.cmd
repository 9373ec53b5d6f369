budget-series --complete money/iati-transactions-of-2019.csv
