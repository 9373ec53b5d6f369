budget-series --no-header --check money/made-up-fts-plans.json
