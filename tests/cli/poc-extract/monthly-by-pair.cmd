poc-extract --by=pair -y 2024 -c SDN people/monthly.csv
