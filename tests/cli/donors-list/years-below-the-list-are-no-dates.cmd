donors-list donors/years-below.txt
