donors-list --provenance --no-header donors/made-up-flows.json | sed "s/.*,//"
