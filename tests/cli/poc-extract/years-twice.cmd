poc-extract -y 2017 -y 2019 -t TOT people/mali.csv
