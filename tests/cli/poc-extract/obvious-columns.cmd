poc-extract people/mali-obvious.csv
