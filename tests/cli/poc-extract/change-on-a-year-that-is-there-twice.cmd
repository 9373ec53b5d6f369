poc-extract --change people/made-up-year-twice.csv
