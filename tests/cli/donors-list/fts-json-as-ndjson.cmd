jq -c '.data.flows[]' donors/fts-flows.json | donors-list --no-header
