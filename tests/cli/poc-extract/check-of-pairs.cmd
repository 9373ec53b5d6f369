poc-extract --check --by=pair people/made-up-origin-total.csv
