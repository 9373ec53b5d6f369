poc-extract people/mali-pairs.csv
