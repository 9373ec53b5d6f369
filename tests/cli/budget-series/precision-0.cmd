budget-series --no-header --precision=0 money/made-up-ties.csv
