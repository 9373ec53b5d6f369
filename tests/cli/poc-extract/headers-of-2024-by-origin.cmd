poc-extract --by=origin people/headers-2024.csv
