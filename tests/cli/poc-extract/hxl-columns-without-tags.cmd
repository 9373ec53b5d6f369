poc-extract people/made-up-hxl-gaps.csv
