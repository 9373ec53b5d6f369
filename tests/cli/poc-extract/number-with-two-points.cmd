poc-extract people/made-up-number-two-points.csv
