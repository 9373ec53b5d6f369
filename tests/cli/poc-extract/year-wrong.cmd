poc-extract people/made-up-year-wrong.csv
