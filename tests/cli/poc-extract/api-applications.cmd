poc-extract people/api-applications.json
