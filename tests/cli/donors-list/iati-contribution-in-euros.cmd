sed '5s/USD/EUR/' donors/made-up-iati-transactions.csv | donors-list --no-header
