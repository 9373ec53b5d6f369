cat people/api-mali-2.json people/api-mali-1.json | poc-extract --no-header
