donors-list --precision=raw donors/made-up-noise.csv
