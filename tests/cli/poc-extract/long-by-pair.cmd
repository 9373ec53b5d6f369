poc-extract --by=pair -y 2013 -t REF,ASY people/made-up-chad-long.csv
