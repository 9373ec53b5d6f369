poc-extract --no-header --provenance --type=RET people/made-up-by-year.csv
