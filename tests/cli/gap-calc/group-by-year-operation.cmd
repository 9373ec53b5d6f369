gap-calc --group-by=year,operation money/chad-and-niger.csv
