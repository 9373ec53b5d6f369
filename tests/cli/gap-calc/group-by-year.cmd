gap-calc --group-by=year money/chad-and-niger.csv
