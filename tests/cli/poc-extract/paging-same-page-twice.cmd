poc-extract -t ASY people/other-api-mali-1.json people/other-api-mali-1.json
