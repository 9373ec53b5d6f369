gap-calc --group-by=operation money/chad-and-niger.csv
