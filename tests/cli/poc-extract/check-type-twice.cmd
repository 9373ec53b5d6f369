poc-extract --check people/made-up-type-twice.csv
