head -c -5 money/made-up-iati-transactions.csv | sed '$s/,,,$/,,"/' | budget-series --no-header
