gap-calc --group-by=operation,year money/chad-and-niger.csv
