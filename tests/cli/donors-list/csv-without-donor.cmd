donors-list donors/no-donor.csv
