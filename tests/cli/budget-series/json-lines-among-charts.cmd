cat money/mali-rows.ndjson money/mali-charts.ndjson money/mali-rows.json | budget-series
