for d in ";" "\t" "|"; do tail -n +6 people/made-up-by-year.csv | tr , "$d" | poc-extract --no-header | cmp - <(poc-extract --no-header people/made-up-by-year.csv); done
