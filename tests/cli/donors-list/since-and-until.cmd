donors-list --since="31 October 2020" --until=2020-11-03 contributions.txt
