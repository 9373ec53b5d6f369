poc-extract --by=origin people/algeria-by-origin.csv
