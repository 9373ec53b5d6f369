donors-list --precision=0 donors/made-up-noise.csv
