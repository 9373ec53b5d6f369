budget-series --no-header --provenance -c AGO money/made-up-iati-transactions.csv
