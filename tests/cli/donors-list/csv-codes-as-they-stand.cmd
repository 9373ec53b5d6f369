donors-list donors/made-up-codes.csv
