poc-extract people/api-mali-1.json people/made-up-cut.json
