donors-list donors/amount-usd.csv
