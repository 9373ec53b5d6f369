donors-list html/contributions-list-items.html
