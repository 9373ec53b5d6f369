donors-list donors/fts-flows.csv | donors-list | cmp - <(donors-list donors/fts-flows.csv)
