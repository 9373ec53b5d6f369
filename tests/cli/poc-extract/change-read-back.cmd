poc-extract --change people/mali.csv | poc-extract --change
