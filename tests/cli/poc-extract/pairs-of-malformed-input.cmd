poc-extract --by=pair people/made-up-pairs-cut.csv
