poc-extract people/years-as-columns.csv | sed 1d | cut -d, -f1,3,5,7 | LC_ALL=C sort
