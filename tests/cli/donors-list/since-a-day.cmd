donors-list --since=03-NOV-2020 contributions.txt
