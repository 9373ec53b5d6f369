poc-extract --change --by=origin -c MRT people/mali-pairs.csv
