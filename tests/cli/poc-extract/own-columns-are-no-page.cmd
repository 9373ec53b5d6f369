poc-extract --from=text people/mali.csv
