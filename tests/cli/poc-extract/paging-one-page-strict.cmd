poc-extract --strict -t ASY people/api-mali-1.json
