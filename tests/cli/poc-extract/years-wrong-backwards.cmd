poc-extract --years=2019-2015 people/mali.csv
