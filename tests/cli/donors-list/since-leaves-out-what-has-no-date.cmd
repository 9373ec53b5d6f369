donors-list --since=1951 donors/made-up-recipients.csv
