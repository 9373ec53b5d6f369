sed -n '1p;6p' donors/made-up-iati-transactions.csv | donors-list --no-header 2>&1 | cut -c-100
