poc-extract people/made-up-dates.csv
