gap-calc --group-by=operation,year money/fts.csv
