cut -d, -f1,3,6,8 people/r-package.csv | poc-extract --by=pair
