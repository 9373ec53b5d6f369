head -n 2 money/iati-transactions.csv | budget-series --no-header 2>&1 | cut -c-90
