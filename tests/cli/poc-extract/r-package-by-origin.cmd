poc-extract --by=origin people/r-package.csv
