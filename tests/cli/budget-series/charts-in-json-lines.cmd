budget-series money/mali-charts.ndjson
