donors-list donors/made-up-slashes.csv
