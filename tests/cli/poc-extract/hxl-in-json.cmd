jq -cRs 'split("\n") | map(select(. != "") | split(","))' people/made-up-hxl.csv | poc-extract --no-header
