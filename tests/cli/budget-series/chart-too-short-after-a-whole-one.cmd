cat money/mali-charts.json money/made-up-chart-too-short.json | budget-series
