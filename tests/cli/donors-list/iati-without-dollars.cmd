donors-list donors/made-up-iati.csv
