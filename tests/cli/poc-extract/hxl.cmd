poc-extract people/hxl-mali.csv
