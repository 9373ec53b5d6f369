poc-extract --type=REF,IDP people/mali.csv
