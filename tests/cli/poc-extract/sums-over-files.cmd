poc-extract people/mali-pairs.csv people/mali-pairs.csv
