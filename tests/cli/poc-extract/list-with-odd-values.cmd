poc-extract people/made-up-list.json
