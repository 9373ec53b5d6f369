budget-series --no-header -c PSE --against-file=money/fts-hapi.csv money/fts.csv
