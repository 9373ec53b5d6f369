poc-extract people/made-up-labels-codes.json
