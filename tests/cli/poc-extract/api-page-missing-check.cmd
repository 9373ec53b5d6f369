poc-extract --no-header --check people/api-mali-1.json
