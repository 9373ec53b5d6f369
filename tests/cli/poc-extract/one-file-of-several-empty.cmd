poc-extract people/empty.csv people/mali.csv
