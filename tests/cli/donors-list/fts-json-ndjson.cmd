donors-list donors/made-up-flows.ndjson
