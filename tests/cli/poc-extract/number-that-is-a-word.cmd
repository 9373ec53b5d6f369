poc-extract people/made-up-number-word.csv
