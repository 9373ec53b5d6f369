donors-list --no-header donors/fts-flows.csv | cut -d, -f1
