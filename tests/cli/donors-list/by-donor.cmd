donors-list --by=donor donors/emirates.txt
