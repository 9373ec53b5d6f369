cat people/made-up-hxl.csv people/made-up-hxl.csv | poc-extract --no-header
