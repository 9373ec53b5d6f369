poc-extract --change -c AFG -t IDP people/years-as-columns.csv
