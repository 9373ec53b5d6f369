donors-list donors/one-line.txt
