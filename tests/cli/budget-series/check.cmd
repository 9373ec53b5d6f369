budget-series --check mali.txt
