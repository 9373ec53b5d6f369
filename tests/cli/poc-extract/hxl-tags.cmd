poc-extract --no-header people/mali-hxl.csv
