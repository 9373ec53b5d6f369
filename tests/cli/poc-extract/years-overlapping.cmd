poc-extract -y 2016-2018,2017-2019 -t TOT people/mali.csv
