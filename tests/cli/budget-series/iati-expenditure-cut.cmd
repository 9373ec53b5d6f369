head -c -5 money/iati-transactions.csv | sed '$s/,,,$/,,"/' | budget-series --no-header
