poc-extract --check people/headers-2015.csv
