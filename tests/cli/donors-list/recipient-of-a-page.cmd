donors-list --recipient=MLI mali.txt
