poc-extract people/r-package.csv
