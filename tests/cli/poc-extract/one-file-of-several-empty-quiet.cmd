poc-extract -q people/mali.csv people/empty.csv
