donors-list donors/next-section.txt
