cat people/mali-hxl.csv people/mali-hxl.csv | poc-extract --no-header
