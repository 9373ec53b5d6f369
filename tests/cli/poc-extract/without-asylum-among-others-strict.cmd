poc-extract -s people/algeria-by-origin.csv people/mali-pairs.csv
