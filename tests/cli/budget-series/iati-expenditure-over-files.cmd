budget-series --no-header -p p1 -c AGO money/made-up-iati-transactions.csv money/made-up-iati-transactions.csv
