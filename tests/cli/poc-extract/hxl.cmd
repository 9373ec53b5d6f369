poc-extract --hxl --type=REF mali.txt
