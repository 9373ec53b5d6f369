budget-series money/fts-plan-overview.json | budget-series
