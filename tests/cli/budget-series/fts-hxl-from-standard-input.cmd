budget-series <money/fts-hxl.csv
