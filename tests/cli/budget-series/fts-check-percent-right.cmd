budget-series --check money/made-up-fts-percent-right.csv
