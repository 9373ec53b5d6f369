budget-series --no-header -c BDI -u musd money/made-up-iati-transactions.csv
