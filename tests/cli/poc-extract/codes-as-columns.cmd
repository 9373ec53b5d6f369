poc-extract people/codes-as-columns.csv
