poc-extract people/made-up-pairs-cut.csv
