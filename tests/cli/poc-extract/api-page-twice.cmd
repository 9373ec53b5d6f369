poc-extract --no-header --type=IDP people/api-mali-1.json people/api-mali-1.json
