poc-extract --no-header --provenance people/angola-redacted.csv | cut -d, -f5,8-
