poc-extract --zeros people/made-up-zeros.csv | poc-extract --zeros
