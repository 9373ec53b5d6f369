poc-extract --years=1951-1999 people/mali.csv
