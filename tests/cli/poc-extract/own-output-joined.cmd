poc-extract mali.txt | cat - people/mali.csv | poc-extract
