sed 's/,8$/,11/' people/headers-2015.csv | poc-extract --check -t TOT
