gap-calc --no-header money/made-up-percentages.csv
