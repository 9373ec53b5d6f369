poc-extract --no-header mali.txt
