poc-extract --check people/made-up-origin-total.csv
