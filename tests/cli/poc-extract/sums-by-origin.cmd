poc-extract --by=origin people/mali-pairs.csv
