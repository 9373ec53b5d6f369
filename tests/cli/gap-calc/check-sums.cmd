gap-calc --check --group-by=year money/made-up-sums.csv
