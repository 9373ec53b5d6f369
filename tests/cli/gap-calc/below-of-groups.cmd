gap-calc --group-by=operation,year --below=45 money/chad-and-niger.csv
