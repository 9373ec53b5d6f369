tr , ";" <donors/made-up-sums.csv | donors-list
