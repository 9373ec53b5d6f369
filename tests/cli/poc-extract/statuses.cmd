poc-extract people/made-up-statuses.csv
