sed '1s/.*/\L&/; 1s/,/ , /g; 1s/"//g' people/made-up-headers-2022.csv | poc-extract
