poc-extract people/made-up-zeros.csv
