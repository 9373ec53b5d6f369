donors-list donors/french.txt
