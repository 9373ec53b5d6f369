poc-extract --check people/other-api-mali-1.json people/other-api-mali-2.json
