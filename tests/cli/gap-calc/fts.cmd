gap-calc money/fts.csv
