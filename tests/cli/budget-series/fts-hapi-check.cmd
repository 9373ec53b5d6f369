budget-series --check money/fts-hapi.csv
