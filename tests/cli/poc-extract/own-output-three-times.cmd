poc-extract mali.txt | poc-extract | poc-extract
