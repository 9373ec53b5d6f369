poc-extract --no-header people/made-up-by-year.csv
