budget-series --check money/fts-plan-overview.json
