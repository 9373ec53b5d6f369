poc-extract -tASY -t RET,ASY people/mali.csv
