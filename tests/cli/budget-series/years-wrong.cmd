budget-series --years=2019-2015 money/mali.csv
