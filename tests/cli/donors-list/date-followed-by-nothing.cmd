donors-list donors/dates-alone.txt
