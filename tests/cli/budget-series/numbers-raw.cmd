budget-series --no-header --precision=raw money/made-up-numbers.csv
