poc-extract --no-header --strict people/api-mali-1.json
