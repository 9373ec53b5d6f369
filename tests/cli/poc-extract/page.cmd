poc-extract mali.txt
