budget-series --check money/fts-hxl.csv
