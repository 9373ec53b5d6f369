donors-list donors/made-up-recipients.csv
