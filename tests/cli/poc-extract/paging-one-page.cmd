poc-extract people/api-mali-1.json
