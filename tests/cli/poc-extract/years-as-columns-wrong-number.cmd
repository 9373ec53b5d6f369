poc-extract people/made-up-years-as-columns-wrong.csv
