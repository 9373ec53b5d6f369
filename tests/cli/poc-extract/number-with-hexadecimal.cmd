poc-extract people/made-up-number-hexadecimal.csv
