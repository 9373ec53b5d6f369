donors-list --top=3 donors/made-up-units.csv
