donors-list --until=2020-10 contributions.txt
