budget-series --no-header money/made-up-number-wrong.csv
