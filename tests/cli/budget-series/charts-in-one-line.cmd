tr -d "\n" <money/mali-charts.ndjson | budget-series
