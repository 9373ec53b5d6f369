donors-list contributions.txt
