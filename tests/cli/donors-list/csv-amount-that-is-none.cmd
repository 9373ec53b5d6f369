donors-list donors/made-up-amount-wrong.csv
