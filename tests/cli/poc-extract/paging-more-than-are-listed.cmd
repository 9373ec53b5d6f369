for page in 1 2 3 4 5 6 7 8 9; do jq -c --argjson page $page '.maxPages = 12 | .page = $page | .items = .items[:1]' people/api-mali-2.json; done | poc-extract -t REF
