cut -d, -f1-3,5 people/made-up-hxl-attributes.csv | poc-extract
