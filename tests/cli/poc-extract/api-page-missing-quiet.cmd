poc-extract --no-header --quiet people/api-mali-1.json
