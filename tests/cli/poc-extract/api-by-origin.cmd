poc-extract --by=origin people/api-syria.json
