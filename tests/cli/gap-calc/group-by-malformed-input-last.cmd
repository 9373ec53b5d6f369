gap-calc --group-by=year mali.txt money/made-up-number-wrong.csv
