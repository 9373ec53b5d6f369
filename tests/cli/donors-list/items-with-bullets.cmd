donors-list pages/contributions-bullets.txt
