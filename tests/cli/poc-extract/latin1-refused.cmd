poc-extract people/years-as-columns-latin1.csv
