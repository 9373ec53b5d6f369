poc-extract --years= people/mali.csv
