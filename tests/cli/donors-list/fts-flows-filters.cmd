donors-list --no-header --recipient=JOR donors/fts-flows.csv; donors-list --no-header --type=multilateral --since=2020-12 donors/fts-flows.csv; donors-list --no-header -c LUX donors/fts-flows.csv
