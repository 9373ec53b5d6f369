budget-series money/mali-rows.json - <money/mali.csv
