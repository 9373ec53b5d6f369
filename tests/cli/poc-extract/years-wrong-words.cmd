poc-extract --years=20x0 people/mali.csv
