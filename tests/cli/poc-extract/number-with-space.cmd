poc-extract people/made-up-number-space.csv
