budget-series money/chad-french.csv
