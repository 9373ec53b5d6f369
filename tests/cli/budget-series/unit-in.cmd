budget-series --unit-in=kusd -y 2019 money/mali-plain.csv
