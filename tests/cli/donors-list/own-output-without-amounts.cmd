donors-list mali.txt | donors-list | donors-list
