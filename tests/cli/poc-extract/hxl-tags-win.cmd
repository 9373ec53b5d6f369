poc-extract people/made-up-hxl-misleading-names.csv
