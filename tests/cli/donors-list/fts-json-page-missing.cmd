jq -c '.meta.nextLink = "https://x/page-2"' donors/made-up-fts-flows.json | donors-list --no-header
