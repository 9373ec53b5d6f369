donors-list donors/made-up-type-wrong.csv
