donors-list donors/dates.txt
