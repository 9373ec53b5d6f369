poc-extract people/made-up-places.csv
