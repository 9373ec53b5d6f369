gap-calc money/fts-hxl.csv
