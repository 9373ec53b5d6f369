donors-list donors/fts-site.csv
