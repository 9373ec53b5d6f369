poc-extract --change --zeros people/made-up-changes.csv
