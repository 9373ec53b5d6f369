donors-list donors/dates.csv
