jq -c ".data.plans" money/fts-plan-overview.json | budget-series
