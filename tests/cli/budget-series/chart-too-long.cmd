budget-series --no-header money/made-up-chart-too-long.json
