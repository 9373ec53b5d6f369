poc-extract people/made-up-redacted.csv
