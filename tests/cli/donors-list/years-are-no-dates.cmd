donors-list donors/years.txt
