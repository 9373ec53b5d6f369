budget-series money/mali-plain.csv
