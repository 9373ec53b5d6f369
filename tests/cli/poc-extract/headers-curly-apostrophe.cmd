sed "1s/'/’/" people/made-up-headers-2022.csv | poc-extract
