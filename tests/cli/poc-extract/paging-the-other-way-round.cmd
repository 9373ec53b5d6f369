poc-extract -t REF people/other-api-mali-2.json people/other-api-mali-1.json
