donors-list -t private --since=2020-10-31 --until=2020-10-31 --top=1 contributions.txt
