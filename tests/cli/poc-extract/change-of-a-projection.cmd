poc-extract --change -t REF people/made-up-statuses.csv
