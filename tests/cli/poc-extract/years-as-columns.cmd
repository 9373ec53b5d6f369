poc-extract people/years-as-columns.csv
