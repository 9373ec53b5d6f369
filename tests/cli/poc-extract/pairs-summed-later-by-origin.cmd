poc-extract --by=pair people/mali-pairs.csv | poc-extract --by=origin
