donors-list donors/made-up-types.csv
