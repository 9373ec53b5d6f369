donors-list pages/contributions-hyphens.txt
