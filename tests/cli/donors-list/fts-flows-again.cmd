donors-list donors/made-up-flows.csv | donors-list
