poc-extract people/mali-pairs-wide.csv
