donors-list donors/iati.csv | donors-list
