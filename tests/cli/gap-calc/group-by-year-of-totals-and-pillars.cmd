gap-calc --group-by=year money/made-up-totals-and-pillars.csv
