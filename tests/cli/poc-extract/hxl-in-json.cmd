jq -cRs 'split("\n") | map(select(. != "") | split(","))' people/mali-hxl.csv | poc-extract --no-header
