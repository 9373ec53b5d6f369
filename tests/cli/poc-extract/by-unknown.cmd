poc-extract --by=country people/mali.csv
