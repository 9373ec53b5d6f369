jq '.data.flows' donors/made-up-fts-flows.json | donors-list --no-header
