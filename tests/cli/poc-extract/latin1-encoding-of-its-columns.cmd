poc-extract -e CP1252 people/made-up-latin1-header.csv
