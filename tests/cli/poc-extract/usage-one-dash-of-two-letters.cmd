poc-extract -by=origin people/unhcr-api.json
