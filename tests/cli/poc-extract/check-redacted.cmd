poc-extract --check people/angola-redacted.csv
