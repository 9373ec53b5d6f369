poc-extract -t VDA people/mali.csv
