budget-series --no-header money/fts-plans.json
