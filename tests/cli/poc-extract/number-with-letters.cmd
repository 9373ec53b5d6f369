poc-extract people/made-up-number-letters.csv
