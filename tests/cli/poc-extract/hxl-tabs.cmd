tr , '\t' <people/hxl-mali.csv | poc-extract
