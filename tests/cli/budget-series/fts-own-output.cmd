budget-series money/fts.csv | budget-series
