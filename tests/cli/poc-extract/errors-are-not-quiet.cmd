poc-extract -q people/empty.csv
