poc-extract --no-header --check people/made-up-api-page-1.json
