gap-calc money/fts-hapi.csv
