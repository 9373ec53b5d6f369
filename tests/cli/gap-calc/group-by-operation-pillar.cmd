gap-calc --group-by=operation,pillar money/chad-and-niger.csv
