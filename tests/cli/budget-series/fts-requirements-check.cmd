budget-series --no-header --check money/fts-afghanistan-hxl.csv
