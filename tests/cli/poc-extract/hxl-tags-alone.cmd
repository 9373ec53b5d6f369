tail -n +2 people/made-up-hxl.csv | poc-extract --no-header
