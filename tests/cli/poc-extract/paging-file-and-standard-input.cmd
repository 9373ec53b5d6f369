poc-extract people/api-mali-1.json - <people/api-mali-2.json
