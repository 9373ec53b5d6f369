poc-extract people/mali-pairs.csv | poc-extract
