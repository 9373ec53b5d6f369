poc-extract -y2000-2016,2019,2018-2018 -t TOT people/mali.csv
