donors-list donors/made-up-flows.csv
