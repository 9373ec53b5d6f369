tail -n +2 people/mali-hxl.csv | poc-extract --no-header
