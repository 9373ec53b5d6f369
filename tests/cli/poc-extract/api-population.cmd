poc-extract people/api-turkiye.json
