gap-calc --no-header money/made-up-number-wrong.csv
