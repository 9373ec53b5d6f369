gap-calc --change --group-by=operation money/mali.csv
