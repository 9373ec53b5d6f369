sed '/^#/d' money/fts-hapi.csv | budget-series
