donors-list donors/navigation.html
