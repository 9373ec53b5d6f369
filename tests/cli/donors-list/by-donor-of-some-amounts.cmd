donors-list --by=donor donors/made-up-some-amounts.csv
