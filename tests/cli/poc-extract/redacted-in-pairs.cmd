poc-extract --by=pair people/angola-redacted.csv
