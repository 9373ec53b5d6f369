poc-extract --by=origin people/hxl-demographics.csv
