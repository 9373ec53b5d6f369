gap-calc --no-header --change -p total money/chad-and-niger.csv
