poc-extract people/made-up-number-in-list.json
