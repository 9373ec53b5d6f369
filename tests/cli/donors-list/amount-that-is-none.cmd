donors-list donors/made-up-amount-wrong.txt
