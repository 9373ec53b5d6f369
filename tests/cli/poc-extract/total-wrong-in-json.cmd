jq -c '.[1].total += 1' people/codes-in-lower-case.json | poc-extract --check -t TOT
