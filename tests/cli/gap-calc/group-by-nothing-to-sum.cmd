gap-calc --group-by=year -y 2020 mali.txt
