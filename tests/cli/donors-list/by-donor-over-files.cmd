donors-list --by=donor donors/emirates.txt - <donors/emirates.txt
