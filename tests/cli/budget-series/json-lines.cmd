budget-series money/mali-rows.ndjson
