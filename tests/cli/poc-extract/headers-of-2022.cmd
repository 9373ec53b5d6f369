poc-extract people/made-up-headers-2022.csv
