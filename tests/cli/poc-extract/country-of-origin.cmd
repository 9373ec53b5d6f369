poc-extract --by=origin -c MRT people/mali-pairs.csv
