gap-calc --precision=1 -p total -y 2018-2019 mali.txt
