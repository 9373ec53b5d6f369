tail -n 2 money/mali-charts.ndjson | budget-series
