poc-extract --by=origin people/angola-redacted.csv
