poc-extract people/made-up-names.csv
