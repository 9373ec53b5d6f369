gap-calc --group-by=operation money/made-up-totals-and-pillars.csv
