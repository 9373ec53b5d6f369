poc-extract people/made-up-hxl-attributes.csv
