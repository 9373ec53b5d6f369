poc-extract people/nested.json
