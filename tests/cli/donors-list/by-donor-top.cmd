donors-list --by=donor --top=1 donors/emirates.txt
