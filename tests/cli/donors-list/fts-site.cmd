donors-list donors/fts-site-rows.csv
