donors-list donors/made-up-amount-alone.txt
