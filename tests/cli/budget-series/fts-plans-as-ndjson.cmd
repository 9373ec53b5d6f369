jq -c '.data.plans' money/fts-plans.json | budget-series --no-header
