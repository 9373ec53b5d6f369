poc-extract --no-header people/sudan-monthly.csv
