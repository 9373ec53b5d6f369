cat people/hxl-mali.csv people/hxl-mali.csv | poc-extract
