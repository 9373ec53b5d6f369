tr , ';' <people/hxl-mali.csv | poc-extract
