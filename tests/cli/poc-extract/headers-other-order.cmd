awk -F, -v OFS=, '{ print $6, $4, $2, $1, $5, $7, $3 }' people/made-up-headers-2022.csv | poc-extract
