donors-list donors/dollars.csv
