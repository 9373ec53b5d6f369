budget-series -u usd -p total -y 2017,2019 mali.txt
