gap-calc --no-header --change -p total -y 2019 mali.txt
