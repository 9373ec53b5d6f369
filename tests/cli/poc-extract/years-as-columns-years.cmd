poc-extract -y 2002-2005 -t IDP,RDP people/years-as-columns.csv
