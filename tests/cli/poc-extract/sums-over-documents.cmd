cat people/mali-pairs.csv people/mali-pairs.csv | poc-extract
