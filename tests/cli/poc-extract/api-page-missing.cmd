poc-extract --no-header people/api-mali-1.json
