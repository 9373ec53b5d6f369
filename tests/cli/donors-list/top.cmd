donors-list --top=3 contributions.txt
