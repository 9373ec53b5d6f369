donors-list --no-header donors/made-up-iati-transactions.csv
