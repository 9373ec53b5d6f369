gap-calc --group-by=year,year money/mali.csv
