gap-calc --group-by=year --change --no-header mali.txt money/made-up-number-wrong.csv
