donors-list --until=2019 contributions.txt
