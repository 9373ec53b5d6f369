gap-calc --group-by=year money/made-up-number-wrong.csv mali.txt
