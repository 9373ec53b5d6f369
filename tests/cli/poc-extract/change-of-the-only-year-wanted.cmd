poc-extract --change -y2019 -tTOT people/mali.csv
