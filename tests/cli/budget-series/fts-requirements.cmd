budget-series --no-header money/fts-afghanistan.csv
