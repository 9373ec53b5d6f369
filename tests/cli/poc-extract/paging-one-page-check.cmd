poc-extract --check people/api-mali-1.json
