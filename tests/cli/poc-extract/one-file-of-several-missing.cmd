poc-extract people/nowhere.csv people/mali.csv
