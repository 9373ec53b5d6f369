donors-list --by=donor --top=2 donors/mali-sweden.txt
