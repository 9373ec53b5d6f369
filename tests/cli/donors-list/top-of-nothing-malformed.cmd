donors-list --top=1 --by=donor donors/made-up-amount-wrong.txt
