poc-extract --no-header --type=IDP people/made-up-api-page-1.json people/made-up-api-page-1.json
