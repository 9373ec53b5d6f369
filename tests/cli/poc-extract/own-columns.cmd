poc-extract people/mali.csv
