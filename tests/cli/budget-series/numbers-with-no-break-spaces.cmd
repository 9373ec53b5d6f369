budget-series --no-header money/made-up-numbers-with-no-break-spaces.csv
