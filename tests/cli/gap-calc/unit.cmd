gap-calc -u usd -p total -y 2019 mali.txt
