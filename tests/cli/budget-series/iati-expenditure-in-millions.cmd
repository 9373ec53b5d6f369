budget-series --no-header -c BDI -u musd money/iati-transactions.csv
