budget-series --unit-in=musd --unit=usd -y 2019 money/mali-plain.csv
