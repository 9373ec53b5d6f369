donors-list pages/contributions-no-break-spaces.txt
