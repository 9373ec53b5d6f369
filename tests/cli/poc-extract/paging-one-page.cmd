poc-extract people/other-api-mali-1.json
