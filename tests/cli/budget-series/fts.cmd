budget-series money/fts.csv
