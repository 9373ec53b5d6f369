poc-extract -t REF people/made-up-labels-unknown.csv
