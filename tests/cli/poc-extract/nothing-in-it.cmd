poc-extract people/empty.csv
