poc-extract people/made-up-labels-unknown.csv
