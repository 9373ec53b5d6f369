poc-extract --by=pair people/api-syria.json
