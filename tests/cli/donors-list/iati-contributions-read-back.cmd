donors-list donors/iati-transactions.csv | donors-list | cmp - <(donors-list donors/iati-transactions.csv)
