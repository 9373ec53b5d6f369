poc-extract --typ=REF mali.txt
