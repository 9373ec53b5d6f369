poc-extract people/every-kind.csv
