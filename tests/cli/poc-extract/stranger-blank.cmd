printf '\n \n' | poc-extract
