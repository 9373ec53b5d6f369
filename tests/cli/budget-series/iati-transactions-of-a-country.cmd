budget-series -c MLI money/iati-transactions-of-2019.csv
