poc-extract --no-header people/mali-by-year.csv
