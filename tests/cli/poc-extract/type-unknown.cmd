poc-extract --type=REF,XYZ people/mali.csv
