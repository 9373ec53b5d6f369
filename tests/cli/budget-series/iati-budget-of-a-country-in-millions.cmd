budget-series --no-header -c MLI -u musd money/iati-budgets.csv
