budget-series --unit=usd money/mali-plain.csv
