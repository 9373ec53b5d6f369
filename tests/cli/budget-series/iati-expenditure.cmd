budget-series --no-header --check money/made-up-iati-transactions.csv
