poc-extract people/made-up-codes-only.csv
