jq -c '.[]' people/mali.json | poc-extract
