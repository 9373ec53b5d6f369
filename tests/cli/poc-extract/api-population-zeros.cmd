poc-extract --zeros people/api-turkiye.json
