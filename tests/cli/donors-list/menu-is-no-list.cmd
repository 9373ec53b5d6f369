donors-list donors/menu.txt
