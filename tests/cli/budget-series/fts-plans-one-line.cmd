jq -c . money/fts-plan-overview.json | budget-series
