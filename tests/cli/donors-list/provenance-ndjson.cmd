donors-list --provenance --no-header donors/made-up-flows.ndjson | sed "s/.*,//"
