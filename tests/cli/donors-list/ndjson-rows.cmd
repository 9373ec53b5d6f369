donors-list donors/rows.ndjson
