poc-extract people/hxl-long.csv
