poc-extract people/made-up-numbers.csv
