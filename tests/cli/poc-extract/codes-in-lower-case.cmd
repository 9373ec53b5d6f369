poc-extract people/codes-in-lower-case.json
