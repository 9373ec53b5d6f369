poc-extract --by=operation people/mali-pairs.csv
