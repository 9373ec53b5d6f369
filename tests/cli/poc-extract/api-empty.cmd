poc-extract people/api-empty.json
