donors-list donors/made-up-amount-twice.txt
