donors-list donors/lines.txt
