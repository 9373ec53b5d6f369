poc-extract --zeros people/made-up-redacted.csv
