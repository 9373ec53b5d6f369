poc-extract people/mali-pairs.csv people/made-up-number-letters.csv
