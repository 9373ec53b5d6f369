poc-extract --by=origin people/api-idmc.json
