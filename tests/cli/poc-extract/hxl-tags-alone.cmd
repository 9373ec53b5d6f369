sed 1d people/hxl-mali.csv | poc-extract
