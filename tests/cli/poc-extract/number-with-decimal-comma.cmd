poc-extract people/made-up-number-decimal-comma.csv
