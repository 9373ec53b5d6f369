poc-extract --no-header --quiet people/made-up-api-page-1.json
