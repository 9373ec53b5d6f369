poc-extract people/made-up-number-last-group-of-two.csv
