poc-extract --check people/other-api-mali-1.json
