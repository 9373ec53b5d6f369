cat pages/contributions-bullets.txt html/contributions-list-items.html pages/contributions-hyphens.txt | donors-list
