head -n 2 money/made-up-iati-transactions.csv | budget-series --no-header 2>&1 | cut -c-90
