poc-extract people/algeria-by-origin.csv people/mali-pairs.csv
