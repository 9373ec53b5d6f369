donors-list pages/contributions-asterisks.txt
