poc-extract -t REF people/api-mali-2.json people/api-mali-1.json
