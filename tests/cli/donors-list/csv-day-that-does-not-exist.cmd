donors-list donors/made-up-day.csv
