poc-extract -t ref people/mali.csv
