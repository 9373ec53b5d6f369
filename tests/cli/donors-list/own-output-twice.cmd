cat donors/made-up-recipients.csv donors/made-up-recipients.csv | donors-list
