poc-extract -t IDP --by=operation people/mali-pairs.csv
