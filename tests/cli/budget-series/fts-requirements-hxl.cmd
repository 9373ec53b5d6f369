budget-series --no-header money/fts-afghanistan-hxl.csv
