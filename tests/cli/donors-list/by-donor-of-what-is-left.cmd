donors-list --by=donor -y 2020 -t government donors/made-up-sums.csv
