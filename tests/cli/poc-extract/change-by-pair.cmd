poc-extract --change --by=pair -c MLI -t ASY people/mali-pairs.csv
