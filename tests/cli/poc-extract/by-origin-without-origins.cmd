poc-extract --by=origin people/mali.csv
