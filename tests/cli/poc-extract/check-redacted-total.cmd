poc-extract --check people/made-up-redacted-total.csv
