gap-calc --no-header --group-by=operation,year money/fts-afghanistan.csv
