poc-extract --zeros --years=2018 people/mali-pairs-wide.csv
