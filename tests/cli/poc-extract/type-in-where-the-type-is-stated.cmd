poc-extract --type-in=IDP people/mali.csv
