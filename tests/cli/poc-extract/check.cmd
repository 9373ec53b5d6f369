poc-extract --check mali.txt
