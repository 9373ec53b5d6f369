budget-series money/made-up-chart-too-short.json
