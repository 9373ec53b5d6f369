poc-extract --change -t TOT people/made-up-togo-2018.csv people/made-up-togo-2019.csv
