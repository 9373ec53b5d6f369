poc-extract people/codes-as-columns.csv | sed 1d | cut -d, -f2,3,5,7 | sort
