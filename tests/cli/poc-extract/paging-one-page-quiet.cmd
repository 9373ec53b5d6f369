poc-extract --quiet people/api-mali-1.json
