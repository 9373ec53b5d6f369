gap-calc --group-by=year,pillar money/chad-and-niger.csv
