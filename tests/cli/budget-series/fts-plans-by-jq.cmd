budget-series --no-header money/made-up-fts-plans.json
