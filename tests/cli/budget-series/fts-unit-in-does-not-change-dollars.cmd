budget-series --unit-in=musd --no-header -c PSE money/fts.csv
