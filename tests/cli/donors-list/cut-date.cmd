donors-list donors/cut-date.txt
