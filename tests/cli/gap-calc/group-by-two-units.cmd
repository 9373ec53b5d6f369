gap-calc --group-by=year money/mali.csv money/mali-usd.csv
