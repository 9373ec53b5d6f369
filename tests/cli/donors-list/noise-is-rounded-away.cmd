donors-list donors/made-up-noise.csv
