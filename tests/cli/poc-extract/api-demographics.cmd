poc-extract --by=origin people/api-demographics.json
