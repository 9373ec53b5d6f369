budget-series --unit=musd -y 2019 money/iati-budgets-of-2019-and-2020.csv
