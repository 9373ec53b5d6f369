poc-extract people/made-up-labels-unknown-pairs.csv
