poc-extract --by=origin -y 2013 people/years-as-columns.csv
