poc-extract people/algeria-by-origin.csv
