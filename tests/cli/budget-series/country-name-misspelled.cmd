budget-series --country=Cameron mali.txt
