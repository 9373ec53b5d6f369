donors-list --no-header donors/iati-transactions.csv
