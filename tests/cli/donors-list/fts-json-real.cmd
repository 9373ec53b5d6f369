donors-list --no-header donors/flow.ndjson
