budget-series --no-header --check money/iati-transactions.csv
