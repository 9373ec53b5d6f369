poc-extract people/api-solutions.json
