poc-extract --encoding=ISO-8859-1 people/years-as-columns-latin1.csv
