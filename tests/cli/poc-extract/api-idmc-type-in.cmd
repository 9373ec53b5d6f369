poc-extract --type-in=IDP --by=origin people/api-idmc.json
