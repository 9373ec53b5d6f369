budget-series money/mali-usd.csv
