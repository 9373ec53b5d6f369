donors-list --top=9 donors/made-up-codes.csv donors/emirates.txt
