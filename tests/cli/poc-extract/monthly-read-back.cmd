poc-extract people/monthly.csv | poc-extract
