head -n 1 money/mali-charts.ndjson | budget-series --check
