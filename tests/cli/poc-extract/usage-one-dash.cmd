poc-extract -type=REF mali.txt
