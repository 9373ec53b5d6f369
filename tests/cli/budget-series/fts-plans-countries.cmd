budget-series money/made-up-fts-plans.ndjson
