budget-series --no-header money/made-up-numbers.csv
