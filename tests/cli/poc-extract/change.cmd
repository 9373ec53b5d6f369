poc-extract --change -t TOT people/mali.csv
