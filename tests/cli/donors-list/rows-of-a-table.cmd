donors-list html/contributions-table.html
