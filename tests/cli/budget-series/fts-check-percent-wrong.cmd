budget-series --check money/made-up-fts-percent-wrong.csv
