budget-series --no-header -p p1 -c AGO money/iati-transactions.csv money/iati-transactions.csv
