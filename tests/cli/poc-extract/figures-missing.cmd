poc-extract people/made-up-only-missing.csv
