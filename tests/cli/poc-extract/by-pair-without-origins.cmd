poc-extract --by=pair people/mali.csv
