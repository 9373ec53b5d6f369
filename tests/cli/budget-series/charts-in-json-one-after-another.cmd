budget-series money/mali-charts.json
