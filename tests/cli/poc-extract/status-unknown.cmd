poc-extract people/made-up-status-unknown.csv
