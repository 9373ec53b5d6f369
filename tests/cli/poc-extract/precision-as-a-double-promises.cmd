poc-extract people/made-up-noise.csv
