poc-extract people/made-up-too-many-digits.csv
