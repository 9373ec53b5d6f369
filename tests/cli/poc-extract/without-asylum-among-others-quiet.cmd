poc-extract -q people/algeria-by-origin.csv people/mali-pairs.csv
