donors-list --by=donor donors/made-up-amount-wrong.txt
