gap-calc --group-by=pillar money/chad-and-niger.csv
