tr -d '\r' <people/hxl-mali.csv | sed 's/[^,]*/"&"/g' | poc-extract
