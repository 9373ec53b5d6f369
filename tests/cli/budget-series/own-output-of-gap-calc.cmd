budget-series money/mali-gap.csv
