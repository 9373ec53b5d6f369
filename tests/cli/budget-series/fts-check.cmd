budget-series --check money/fts.csv
