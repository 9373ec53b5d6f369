donors-list mali.txt
