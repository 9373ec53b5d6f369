poc-extract people/headers-2015.csv
