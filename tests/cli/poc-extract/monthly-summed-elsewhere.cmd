poc-extract people/monthly.csv | sed 1d | cut -d, -f2,3,5,7 | sort
