cat people/mali.csv people/mali.csv | poc-extract
