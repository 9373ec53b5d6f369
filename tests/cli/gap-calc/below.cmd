gap-calc --no-header --below=75.6 money/made-up-boundary.csv
