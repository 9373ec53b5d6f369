donors-list donors/cut-amount.txt
