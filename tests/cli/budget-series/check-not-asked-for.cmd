budget-series money/made-up-sums.csv money/made-up-twice.csv
