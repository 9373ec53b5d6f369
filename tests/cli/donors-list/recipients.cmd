donors-list --recipient=tcd,MLI donors/made-up-recipients.csv
