gap-calc --unit=usd money/mali-plain.csv
