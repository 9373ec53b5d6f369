for page in 1 3 4 9; do jq -c --argjson page $page '.maxPages = 12 | .page = $page | .items = .items[:1] | .items[0].year = 2000 + $page' people/api-mali-2.json; done | poc-extract --check -t REF
