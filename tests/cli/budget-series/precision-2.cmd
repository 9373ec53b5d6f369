budget-series --no-header --precision=2 money/made-up-ties.csv
