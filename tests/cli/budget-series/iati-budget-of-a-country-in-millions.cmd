budget-series --no-header -c MLI -u musd money/made-up-iati-budgets.csv
