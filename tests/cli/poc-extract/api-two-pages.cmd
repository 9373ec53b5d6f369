poc-extract --no-header people/made-up-api-page-1.json people/made-up-api-page-2.json
