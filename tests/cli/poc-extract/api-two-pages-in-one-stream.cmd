cat people/made-up-api-page-2.json people/made-up-api-page-1.json | poc-extract --no-header
