poc-extract --strict people/mali.csv people/empty.csv
