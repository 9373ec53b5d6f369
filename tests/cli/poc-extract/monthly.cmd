poc-extract people/monthly.csv
