poc-extract --strict -t ASY people/other-api-mali-1.json
