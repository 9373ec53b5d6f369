jq '.[1:]' people/hxl-mali.json | poc-extract
