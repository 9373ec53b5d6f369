donors-list html/contributions-nested-list.html
