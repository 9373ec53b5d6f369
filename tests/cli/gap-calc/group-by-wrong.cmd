gap-calc --group-by=year,country money/mali.csv
