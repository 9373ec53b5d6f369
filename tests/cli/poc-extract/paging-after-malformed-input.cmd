poc-extract people/other-api-mali-1.json people/made-up-cut.json
