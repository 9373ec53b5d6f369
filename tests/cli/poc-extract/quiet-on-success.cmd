poc-extract mali.txt people/mali.csv
