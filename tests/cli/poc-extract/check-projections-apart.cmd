poc-extract --check people/made-up-projected-total.csv
