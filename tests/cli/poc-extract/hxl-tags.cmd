poc-extract --no-header people/made-up-hxl.csv
