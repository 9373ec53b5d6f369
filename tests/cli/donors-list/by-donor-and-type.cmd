donors-list --by=donor donors/mali-sweden.txt
