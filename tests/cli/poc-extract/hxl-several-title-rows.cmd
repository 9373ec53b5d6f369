poc-extract people/hxl-titles.csv
