jq . people/api-turkiye.json | poc-extract
