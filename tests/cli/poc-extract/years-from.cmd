poc-extract --years=2018- -t TOT people/mali.csv
