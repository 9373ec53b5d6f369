for d in ";" "\t" "|"; do tail -n +6 people/mali-by-year.csv | tr , "$d" | poc-extract --no-header | cmp - <(poc-extract --no-header people/mali-by-year.csv); done
