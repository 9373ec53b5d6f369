budget-series -c JOR money/fts-plan-overview.json
