gap-calc --group-by=operation,year,pillar money/chad-and-niger.csv
