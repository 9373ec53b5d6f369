poc-extract --no-header people/made-up-months.csv
