poc-extract --years=2015,,2016 people/mali.csv
