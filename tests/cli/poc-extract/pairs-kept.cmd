poc-extract --by=pair people/mali-pairs.csv
