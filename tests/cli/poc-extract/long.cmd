poc-extract people/made-up-chad-long.csv
