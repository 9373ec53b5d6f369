donors-list donors/made-up-flows-turned.csv
