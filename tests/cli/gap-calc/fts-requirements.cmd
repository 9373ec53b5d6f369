gap-calc --no-header money/fts-afghanistan-hxl.csv
