budget-series --no-header --check money/iati-budgets.csv
