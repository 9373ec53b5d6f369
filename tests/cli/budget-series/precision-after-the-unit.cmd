budget-series --precision=0 -u usd -p total -y 2017 mali.txt
