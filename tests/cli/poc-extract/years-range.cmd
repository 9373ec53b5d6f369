poc-extract --years=2017-2018 -t TOT people/mali.csv
