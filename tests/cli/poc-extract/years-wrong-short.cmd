poc-extract --years=201 people/mali.csv
