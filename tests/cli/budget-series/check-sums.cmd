budget-series --check -p total money/made-up-sums.csv
