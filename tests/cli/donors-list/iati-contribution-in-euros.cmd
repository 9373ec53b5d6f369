sed '5s/USD/EUR/' donors/iati-transactions.csv | donors-list --no-header
