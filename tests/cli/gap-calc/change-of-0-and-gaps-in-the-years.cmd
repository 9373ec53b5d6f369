gap-calc --no-header --change money/made-up-changes.csv
