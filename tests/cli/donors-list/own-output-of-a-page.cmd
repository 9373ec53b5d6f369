donors-list contributions.txt | donors-list
