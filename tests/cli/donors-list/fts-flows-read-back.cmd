donors-list donors/made-up-fts-flows.csv | donors-list | cmp - <(donors-list donors/made-up-fts-flows.csv)
