poc-extract -t ASY people/api-mali-1.json people/api-mali-1.json
