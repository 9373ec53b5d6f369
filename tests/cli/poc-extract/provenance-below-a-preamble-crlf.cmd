poc-extract --no-header --provenance --type=RET people/mali-by-year.csv
