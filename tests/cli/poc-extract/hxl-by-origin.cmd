poc-extract --by=origin people/hxl-mali.csv
