budget-series money/made-up-fts-percent-wrong.csv
