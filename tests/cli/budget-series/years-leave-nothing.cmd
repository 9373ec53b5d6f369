budget-series --years=2014 mali.txt
