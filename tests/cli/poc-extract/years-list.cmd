poc-extract -y 2017,2019 -t TOT people/mali.csv
