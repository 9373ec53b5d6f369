donors-list --since=2020-11 contributions.txt
