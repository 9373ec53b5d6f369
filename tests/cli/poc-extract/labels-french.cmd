poc-extract people/made-up-labels-french.json
