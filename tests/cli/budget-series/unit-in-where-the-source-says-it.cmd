budget-series --unit-in=usd -y 2019 -p total money/mali.csv
