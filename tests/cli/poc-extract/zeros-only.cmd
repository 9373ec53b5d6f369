poc-extract people/made-up-only-zeros.csv
