gap-calc --group-by=operation money/made-up-against.csv
