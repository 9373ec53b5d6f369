donors-list --since=2015 --until=2015 donors/dates.txt
