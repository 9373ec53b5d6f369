sed -n '1p;6p' donors/iati-transactions.csv | donors-list --no-header 2>&1 | cut -c-100
