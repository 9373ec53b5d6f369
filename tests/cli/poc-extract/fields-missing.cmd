poc-extract people/made-up-fields.csv
