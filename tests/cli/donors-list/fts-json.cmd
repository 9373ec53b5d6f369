donors-list --no-header donors/fts-flows.json
