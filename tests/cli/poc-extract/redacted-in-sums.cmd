poc-extract people/angola-redacted.csv
