poc-extract people/made-up-cut.json
