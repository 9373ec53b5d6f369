donors-list --recipient=NER donors/made-up-recipients.csv
