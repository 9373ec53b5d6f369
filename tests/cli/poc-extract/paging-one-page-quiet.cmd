poc-extract --quiet people/other-api-mali-1.json
