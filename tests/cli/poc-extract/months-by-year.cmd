poc-extract --no-header --years=2023 people/sudan-monthly.csv
