budget-series -c AFG money/fts.csv
