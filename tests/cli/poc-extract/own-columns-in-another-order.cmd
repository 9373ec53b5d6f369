awk -F, -v OFS=, '{ print $7, $5, $3, $1, $2 }' people/mali.csv | poc-extract
