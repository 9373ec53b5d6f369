budget-series --no-header --check money/fts-plans.json
