poc-extract --by=origin people/mali-pairs.csv | poc-extract --by=origin
