budget-series --check money/made-up-fts-twice.csv
