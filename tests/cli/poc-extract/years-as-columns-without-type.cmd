poc-extract people/made-up-years-as-columns-without-type.csv
