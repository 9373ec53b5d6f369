poc-extract people/no-rows.csv
