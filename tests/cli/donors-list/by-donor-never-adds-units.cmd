donors-list --by=donor donors/made-up-sums.csv
