poc-extract people/made-up-number-group-of-two.csv
