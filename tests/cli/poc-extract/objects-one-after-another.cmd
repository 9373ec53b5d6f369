jq '.[]' people/mali.json | poc-extract
