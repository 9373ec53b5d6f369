budget-series --precision=1 -p total mali.txt
