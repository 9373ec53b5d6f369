donors-list -y 2020 donors/made-up-recipients.csv
