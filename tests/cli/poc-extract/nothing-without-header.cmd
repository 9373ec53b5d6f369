poc-extract --no-header people/empty.csv
