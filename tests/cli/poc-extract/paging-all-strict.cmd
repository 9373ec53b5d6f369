poc-extract --strict people/api-mali-1.json people/api-mali-2.json
