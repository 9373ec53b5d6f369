{ jq -c '.meta.nextLink = "https://x/page-2"' donors/fts-flows.json; cat donors/fts-flows.json; } | donors-list --no-header --years=2016
