donors-list donors/no-name.txt
