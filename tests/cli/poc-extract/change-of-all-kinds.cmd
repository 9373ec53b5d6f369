poc-extract --change people/made-up-changes.csv
