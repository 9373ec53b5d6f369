poc-extract people/made-up-projected-pairs.csv
