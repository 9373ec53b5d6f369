donors-list donors/made-up-iati-transactions.csv | donors-list | cmp - <(donors-list donors/made-up-iati-transactions.csv)
