donors-list donors/made-up-slashes.txt
