gap-calc --group-by=year mali.txt money/nowhere.csv
