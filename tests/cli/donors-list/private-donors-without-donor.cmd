donors-list donors/made-up-private-alone.txt
