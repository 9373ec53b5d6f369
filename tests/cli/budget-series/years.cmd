budget-series --years=2015-2016,2019 mali.txt
