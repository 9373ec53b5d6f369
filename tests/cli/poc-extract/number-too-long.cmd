poc-extract people/made-up-number-too-long.csv
