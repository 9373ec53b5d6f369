poc-extract --no-header --years=2023 people/made-up-months.csv
