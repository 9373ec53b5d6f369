poc-extract --no-header --strict people/made-up-api-page-1.json
