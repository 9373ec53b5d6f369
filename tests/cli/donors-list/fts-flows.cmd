donors-list --no-header donors/made-up-fts-flows.csv
