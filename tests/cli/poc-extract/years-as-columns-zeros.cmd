poc-extract --zeros people/made-up-years-as-columns-zeros.csv
