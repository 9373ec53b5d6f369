donors-list --until=2020-10-30 contributions.txt
