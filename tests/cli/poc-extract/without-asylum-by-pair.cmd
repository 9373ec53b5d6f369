poc-extract --by=pair people/algeria-by-origin.csv
