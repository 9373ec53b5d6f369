sed '1s/.*/\U&/' people/made-up-headers-2022.csv | poc-extract
