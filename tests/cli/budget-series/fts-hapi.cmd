budget-series money/fts-hapi.csv
