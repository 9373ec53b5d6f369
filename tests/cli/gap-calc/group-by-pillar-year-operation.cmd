gap-calc --group-by=pillar,year,operation money/chad-and-niger.csv
