donors-list --type=multilateral,government donors/made-up-recipients.csv
