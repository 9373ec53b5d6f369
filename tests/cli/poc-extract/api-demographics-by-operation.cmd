poc-extract people/api-demographics.json
