budget-series --no-header --provenance -c AGO money/iati-transactions.csv
